package onepermit.education.roll.grpc;

import java.util.List;
import java.util.Optional;
import onepermit.education.roll.PublishedRoll;
import onepermit.education.roll.Transfer;
import onepermit.education.v1.EnrolResponse;
import onepermit.education.v1.GetRollResponse;
import onepermit.education.v1.LeaveResponse;
import onepermit.education.v1.ReleaseTransferResponse;
import onepermit.education.v1.RequestedTransfer;
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

    static ReleaseTransferResponse released(PublishedRoll roll) {
        return ReleaseTransferResponse.newBuilder()
                .addAllEntries(entries(roll))
                .setEtag(Etag.of(roll.version()))
                .build();
    }

    static GetRollResponse read(PublishedRoll roll, Optional<Transfer> requested) {
        GetRollResponse.Builder read =
                GetRollResponse.newBuilder().addAllEntries(entries(roll)).setEtag(Etag.of(roll.version()));
        requested.map(RollMessages::transfer).ifPresent(read::setTransfer);
        return read.build();
    }

    static RequestedTransfer transfer(Transfer transfer) {
        return RequestedTransfer.newBuilder()
                .setSchool(transfer.school())
                .setFrom(transfer.from().toString())
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
