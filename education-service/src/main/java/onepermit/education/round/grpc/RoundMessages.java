package onepermit.education.round.grpc;

import onepermit.education.v1.AdmissionRound;
import onepermit.education.v1.SchoolSeats;

/** Rounds as messages; the seed stays here. */
final class RoundMessages {
    private RoundMessages() {}

    static AdmissionRound round(onepermit.education.round.AdmissionRound round) {
        AdmissionRound.Builder message = AdmissionRound.newBuilder()
                .setId(round.id())
                .setDivision(round.division().value())
                .setSchoolYear(round.year())
                .setMode(round.procedure().mode().name())
                .setMostPreferences(round.procedure().mostPreferences())
                .setPublicationDays(round.procedure().publicationDays())
                .setOpens(round.filing().opens().toString())
                .setCloses(round.filing().closes().toString())
                .setFilingClosed(round.filing().closed())
                .setSeedHash(round.seedHash())
                .setSource(round.procedure().source())
                .addAllUnverified(round.procedure().unverified());
        round.procedure().tieBreak().forEach(rule -> message.addTieBreak(rule.name()));
        round.seats()
                .forEach((school, seats) -> message.addSeats(
                        SchoolSeats.newBuilder().setSchool(school).setSeats(seats)));
        return message.build();
    }
}
