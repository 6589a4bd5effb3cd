package coop.greffon.members.internal.merge;

import coop.greffon.core.audit.Change;
import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Member;
import coop.greffon.members.MemberMerge;
import coop.greffon.members.Members;
import coop.greffon.members.internal.account.AccountLogins;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.neighbour.Witnesses;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.members.internal.store.RecordMerge;
import java.util.List;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes two records of one person one, here and in every module that points to members: all of them, or nothing at all. */
@Component(service = MergeService.class)
public final class MergeService {
    private static final Logger LOG = LoggerFactory.getLogger(MergeService.class);

    private final JpaTemplate jpa;
    private final Members members;
    private final RecordMerge records;
    private final AccountLogins logins;
    private final MemberPhotos photos;
    private final DeclaredNeighbours declared;
    private final Extensions<MemberMerge> neighbours;

    @Activate
    public MergeService(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Members members,
            @Reference RecordMerge records,
            @Reference AccountLogins logins,
            @Reference MemberPhotos photos,
            @Reference DeclaredNeighbours declared) {
        this(jpa, members, records, logins, photos, declared, Extensions.of(context, MemberMerge.class));
    }

    MergeService(
            JpaTemplate jpa,
            Members members,
            RecordMerge records,
            AccountLogins logins,
            MemberPhotos photos,
            DeclaredNeighbours declared,
            Extensions<MemberMerge> neighbours) {
        this.jpa = jpa;
        this.members = members;
        this.records = records;
        this.logins = logins;
        this.photos = photos;
        this.declared = declared;
        this.neighbours = neighbours;
    }

    @Deactivate
    void stop() {
        neighbours.close();
    }

    /**
     * Merges.
     *
     * @param from the record that goes
     * @param into the record that stays
     * @return the record that stays, as it is now
     * @throws coop.greffon.core.problem.NotFound where there is no such record
     * @throws InvalidInput where the two are the same
     * @throws Refused where they cannot be one, or a module that would have to move something is down or fails
     */
    public Member merge(long from, long into, Actor by) {
        long goes = members.get(from).id();
        long stays = members.get(into).id();
        if (goes == stays) {
            throw new InvalidInput(FieldError.of("other", into, Text.of("members.merge.same")));
        }
        insistOnNeighbours();
        return jpa.txExpr(TransactionType.Required, em -> {
            // Before anything else: whatever locks one of them later finds both held.
            records.lock(goes, stays);
            Member going = members.get(goes);
            Member staying = members.get(stays);
            for (Extension<MemberMerge> neighbour : neighbours.all()) {
                move(neighbour, going.id(), staying.id(), by);
            }
            photos.move(going.id(), staying.id(), by);
            records.merge(going.id(), staying.id(), by);
            Member now = members.get(staying.id());
            logins.merged(going, staying, now.details(), by);
            return now;
        });
    }

    private void insistOnNeighbours() {
        Set<String> silent = Witnesses.silent(declared, MemberMerge.class, neighbours);
        silent.stream()
                .map(MergeService::name)
                .reduce((one, other) -> Text.of("members.merge.several", one, other))
                .ifPresent(names -> {
                    throw new Refused(Text.of("members.merge.modules-down", names));
                });
    }

    private static Text name(String module) {
        return Text.of(module + ".module.name");
    }

    private static void move(Extension<MemberMerge> neighbour, long from, long into, Actor by) {
        try {
            neighbour.service().merge(from, into, by);
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("Module {} could not move what points to member {}", neighbour.module(), from, failed);
            throw new Refused(Text.of("members.merge.modules-down", name(neighbour.module())));
        }
    }

    /** The records that were merged into one. */
    public List<Long> mergedInto(long memberId) {
        return records.mergedInto(memberId);
    }

    /** What happened to a record, and to those that were merged into it, newest first. */
    public List<Change> history(long memberId) {
        return records.history(memberId);
    }
}
