package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.importing.Column;
import coop.greffon.shifts.internal.importing.Layout;
import coop.greffon.shifts.internal.importing.LineReader;
import coop.greffon.shifts.internal.importing.ReadLine;
import coop.greffon.shifts.internal.importing.SkillLine;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings along what people can do, a line for each person and skill; what nobody says of them stays. */
@Component(service = SkillImport.class)
public final class SkillImport implements LineImport<SkillLine> {
    private static final String SKILL = "skill";

    private final Members members;
    private final JpaWorkers workers;
    private final JpaSkills skills;

    @Activate
    public SkillImport(@Reference Members members, @Reference JpaWorkers workers, @Reference JpaSkills skills) {
        this.members = members;
        this.workers = workers;
        this.skills = skills;
    }

    @Override
    public ReadLine<SkillLine> read(LineReader reader, TabularRow row) {
        return reader.skill(row);
    }

    @Override
    public String subject(SkillLine content) {
        return content.who() + " " + content.skill().toLowerCase(Locale.ROOT);
    }

    @Override
    public Applied apply(SkillLine line, Actor by) {
        Member member = find(line);
        if (!workers.isEnrolled(member.id())) {
            throw new InvalidInput(FieldError.of("member", line.who(), Text.of("shifts.import.no-worker")));
        }
        Set<String> there = new TreeSet<>(skills.of(member.id()));
        if (!there.add(spelt(line.skill()))) {
            return Applied.unchanged();
        }
        try {
            skills.say(member.id(), there, by);
        } catch (InvalidInput refused) {
            throw new InvalidInput(
                    FieldError.of(SKILL, line.skill(), refused.errors().get(0).message()));
        }
        return new Applied(Deed.ADDED, List.of());
    }

    private Member find(SkillLine line) {
        if (!line.member().isEmpty()) {
            return MemberLookup.find(members, line.member());
        }
        return line.mail().isEmpty()
                ? MemberLookup.named(members, line.name())
                : MemberLookup.ofMail(members, line.mail());
    }

    /** As the co-op writes it already, whatever the case. */
    private String spelt(String skill) {
        return skills.known().stream()
                .filter(known -> known.equalsIgnoreCase(skill))
                .findFirst()
                .orElse(skill);
    }

    @Override
    public Column column(String field, SkillLine content, Layout layout) {
        if (field.equals(SKILL)) {
            return Column.SKILL;
        }
        return !content.member().isEmpty() ? Column.MEMBER : !content.mail().isEmpty() ? Column.MAIL : Column.NAME;
    }
}
