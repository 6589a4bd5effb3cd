package coop.greffon.core.internal.setting;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.setting.Declaration.Member;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings in core's tables; a row is never changed, a later one for the same day replaces it. */
@Component(service = SettingAdministration.class)
public final class JpaSettingAdministration implements SettingAdministration {
    private static final String RECORD = "core.setting";
    private static final String FROM = "from";
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int MOST_YEARS_AHEAD = 20;
    private static final String HIDDEN = "•••";

    private final JpaTemplate jpa;
    private final SettingTable table;
    private final DeclaredSettings declared;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public JpaSettingAdministration(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference SettingTable table,
            @Reference DeclaredSettings declared,
            @Reference Messages messages,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.table = table;
        this.declared = declared;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<SettingGroup> groups() {
        Map<String, List<StoredSetting>> rows = all().stream().collect(Collectors.groupingBy(StoredSetting::module));
        return declared.all().entrySet().stream()
                .map(module -> group(module.getKey(), module.getValue(), rows.getOrDefault(module.getKey(), List.of())))
                .toList();
    }

    @Override
    public SettingGroup group(String module) {
        return group(module, members(module), rows(module));
    }

    private SettingGroup group(String module, Map<String, Member> members, List<StoredSetting> rows) {
        Map<String, List<StoredSetting>> byName = rows.stream().collect(Collectors.groupingBy(StoredSetting::name));
        List<SettingState> states = members.entrySet().stream()
                .map(member -> state(member.getValue(), byName.getOrDefault(member.getKey(), List.of())))
                .toList();
        return new SettingGroup(module, states, rows.size());
    }

    @Override
    public SettingState setting(String module, String key) {
        return state(member(module, key), rows(module, key));
    }

    @Override
    public List<SettingChange> history(String module, String key) {
        member(module, key);
        List<SettingChange> changes = new ArrayList<>(
                rows(module, key).stream().map(StoredSetting::view).toList());
        Collections.reverse(changes);
        return changes;
    }

    private SettingState state(Member member, List<StoredSetting> rows) {
        NavigableMap<LocalDate, StoredSetting> byDay = byDay(rows);
        LocalDate today = LocalDate.now(clock);
        Map.Entry<LocalDate, StoredSetting> current = byDay.floorEntry(today);
        boolean secret = member.info().isSecret();
        String value =
                current == null ? member.info().initial() : current.getValue().content();
        boolean isSet = secret
                ? table.snapshot().text(member.info().module(), member.info().key(), today) != null
                : !value.isEmpty();
        return new SettingState(
                member.with(languages()),
                secret ? null : value,
                isSet,
                current == null ? null : current.getValue().view(),
                byDay.tailMap(today, false).values().stream()
                        .map(StoredSetting::view)
                        .toList());
    }

    /** What holds from which day: of several rows for a day the last one counts. */
    private static NavigableMap<LocalDate, StoredSetting> byDay(List<StoredSetting> rows) {
        NavigableMap<LocalDate, StoredSetting> byDay = new TreeMap<>();
        for (StoredSetting row : rows) {
            if (row.isWithdrawn()) {
                byDay.remove(row.validFrom());
            } else {
                byDay.put(row.validFrom(), row);
            }
        }
        return byDay;
    }

    @Override
    public void change(String module, Map<String, String> values, LocalDate from, Long revision, Actor by) {
        Map<String, Member> members = members(module);
        LocalDate day = from == null ? LocalDate.now(clock) : from;
        Map<String, String> kept = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        values.forEach((key, typed) -> {
            try {
                Member member = members.get(key);
                if (member == null) {
                    throw new Unfit(Text.of("core.setting.unknown", module, key), null);
                }
                kept.put(key, member.kept(typed, languages()));
            } catch (Unfit unfit) {
                boolean secret =
                        members.containsKey(key) && members.get(key).info().isSecret();
                errors.add(new FieldError(key, secret ? null : typed, unfit.message(), unfit.remedy()));
            }
        });
        jpa.tx(TransactionType.Required, em -> {
            lock(em, module);
            List<StoredSetting> rows = rows(module);
            errors.addAll(dayErrors(day));
            if (!errors.isEmpty()) {
                throw new InvalidInput(errors);
            }
            refuseStale(values.keySet(), members, rows, revision);
            Map<String, List<StoredSetting>> byName = rows.stream().collect(Collectors.groupingBy(StoredSetting::name));
            kept.forEach(
                    (key, text) -> write(em, members.get(key), byName.getOrDefault(key, List.of()), day, text, by));
        });
        table.written();
    }

    /** Lets only this transaction change the settings of a module until it ends: what it read stays true. */
    private static void lock(EntityManager em, String module) {
        em.createNativeQuery("insert into greffon_core_setting_lock (module) values (?) on conflict do nothing")
                .setParameter(1, module)
                .executeUpdate();
        em.createNativeQuery("select module from greffon_core_setting_lock where module = ? for update")
                .setParameter(1, module)
                .getResultList();
    }

    private List<FieldError> dayErrors(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day.isBefore(FIRST_DAY) || day.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            return List.of(FieldError.of(FROM, day, Text.of("core.setting.error.day", MOST_YEARS_AHEAD)));
        }
        return day.isBefore(today)
                ? List.of(new FieldError(
                        FROM, day.toString(), Text.of("core.setting.error.past"), Text.of("core.setting.remedy.past")))
                : List.of();
    }

    private void refuseStale(
            Iterable<String> keys, Map<String, Member> members, List<StoredSetting> rows, Long revision) {
        if (revision == null) {
            return;
        }
        if (revision < 0 || revision > rows.size()) {
            throw new InvalidInput(FieldError.of("revision", revision, Text.of("core.setting.revision")));
        }
        List<StoredSetting> newer = rows.subList(revision.intValue(), rows.size());
        List<FieldError> changes = new ArrayList<>();
        for (String key : keys) {
            newer.stream()
                    .filter(row -> row.name().equals(key))
                    .reduce((earlier, later) -> later)
                    .ifPresent(row -> changes.add(new FieldError(
                            key,
                            members.get(key).info().isSecret() ? null : row.content(),
                            Text.of("core.setting.changed-by", row.view().by().label()),
                            null)));
        }
        if (!changes.isEmpty()) {
            throw new StaleEdit(changes);
        }
    }

    private void write(
            EntityManager em, Member member, List<StoredSetting> rows, LocalDate day, String text, Actor by) {
        String module = member.info().module();
        String key = member.info().key();
        var row = new StoredSetting(module, key, day, clock.instant(), by);
        boolean secret = member.info().isSecret();
        Map.Entry<LocalDate, StoredSetting> before = byDay(rows).floorEntry(day);
        String old =
                before == null ? member.info().initial() : before.getValue().content();
        boolean same = !secret && text.equals(old);
        if (same && isForGood(before)) {
            return;
        }
        if (!secret) {
            row.set(text);
        }
        em.persist(row);
        if (secret && !text.isEmpty()) {
            em.flush();
            em.persist(new StoredSecret(row.id(), text));
        }
        record(
                by,
                "core.audit.setting-changed",
                module,
                key,
                day,
                secret
                        ? new FieldChange(key, HIDDEN, HIDDEN)
                        : new FieldChange(key, same && before == null ? null : old, text));
    }

    /** What is planned may be taken back, and another version may begin with another value: neither is said once and for all. */
    private boolean isForGood(Map.Entry<LocalDate, StoredSetting> said) {
        return said != null && !said.getKey().isAfter(LocalDate.now(clock));
    }

    @Override
    public void withdraw(String module, String key, LocalDate from, Actor by) {
        Member member = member(module, key);
        jpa.tx(TransactionType.Required, em -> {
            lock(em, module);
            StoredSetting planned = byDay(rows(module, key)).get(from);
            if (planned == null || !from.isAfter(LocalDate.now(clock))) {
                throw new NotFound(Text.of("core.setting.not-planned"));
            }
            var row = new StoredSetting(module, key, from, clock.instant(), by);
            row.withdraw();
            em.persist(row);
            String before = member.info().isSecret() ? HIDDEN : planned.content();
            record(by, "core.audit.setting-withdrawn", module, key, from, new FieldChange(key, before, null));
        });
        table.written();
    }

    private void record(Actor by, String action, String module, String key, LocalDate day, FieldChange change) {
        audit.record(
                by, action, RECORD, module + "." + key, List.of(change, new FieldChange(FROM, null, day.toString())));
    }

    private Map<String, Member> members(String module) {
        Map<String, Member> members = declared.all().get(module);
        if (members == null) {
            throw new NotFound(Text.of("core.setting.no-module", module));
        }
        return members;
    }

    private Member member(String module, String key) {
        Member member = members(module).get(key);
        if (member == null) {
            throw new NotFound(Text.of("core.setting.unknown", module, key));
        }
        return member;
    }

    private List<String> languages() {
        return messages.languages().stream().map(Locale::toLanguageTag).toList();
    }

    private List<StoredSetting> all() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select s from StoredSetting s order by s.recordedAt, s.id", StoredSetting.class)
                        .getResultList());
    }

    private List<StoredSetting> rows(String module) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select s from StoredSetting s where s.module = :module order by s.recordedAt, s.id",
                                StoredSetting.class)
                        .setParameter("module", module)
                        .getResultList());
    }

    private List<StoredSetting> rows(String module, String key) {
        return rows(module).stream().filter(row -> row.name().equals(key)).toList();
    }
}
