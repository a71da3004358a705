package onepermit.education.roll.grpc;

import java.util.List;
import onepermit.education.roll.PublishedRoll;
import onepermit.education.v1.EnrolResponse;
import onepermit.education.v1.GetRollResponse;
import onepermit.education.v1.LeaveResponse;
import onepermit.education.v1.RollEntry;
import onepermit.exchange.rpc.Etag;

/** Rolls as messages. */
final class RollMessages {
    private RollMessages() {}

    static EnrolResponse enrolled(PublishedRoll roll) {
        return EnrolResponse.newBuilder()
                .addAllEntries(entries(roll))
                .setEtag(Etag.of(roll.version()))
                .build();
    }

    static LeaveResponse left(PublishedRoll roll) {
        return LeaveResponse.newBuilder()
                .addAllEntries(entries(roll))
                .setEtag(Etag.of(roll.version()))
                .build();
    }

    static GetRollResponse read(PublishedRoll roll) {
        return GetRollResponse.newBuilder()
                .addAllEntries(entries(roll))
                .setEtag(Etag.of(roll.version()))
                .build();
    }

    private static List<RollEntry> entries(PublishedRoll roll) {
        return roll.roll().entries().stream().map(RollMessages::entry).toList();
    }

    private static RollEntry entry(onepermit.education.roll.RollEntry entry) {
        return RollEntry.newBuilder()
                .setSchool(entry.school())
                .setDivision(entry.division().value())
                .setStage(entry.stage().name())
                .setFrom(entry.from().toString())
                .setTo(entry.to() == null ? "" : entry.to().toString())
                .build();
    }
}
