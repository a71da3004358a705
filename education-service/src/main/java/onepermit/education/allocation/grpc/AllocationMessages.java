package onepermit.education.allocation.grpc;

import java.util.List;
import java.util.stream.Stream;
import onepermit.education.allocation.Demand;
import onepermit.education.allocation.PlacementStanding;
import onepermit.education.allocation.RoundResult;
import onepermit.education.round.AdmissionRound;
import onepermit.education.v1.AllocateSeatsResponse;
import onepermit.education.v1.GiveBackPlaceResponse;
import onepermit.education.v1.Move;
import onepermit.education.v1.Placement;
import onepermit.education.v1.SchoolDemand;
import onepermit.education.v1.WhatIfResponse;
import onepermit.exchange.rpc.Etag;

/** Allocations as messages. */
final class AllocationMessages {
    private AllocationMessages() {}

    static AllocateSeatsResponse allocated(AdmissionRound round, RoundResult result) {
        int placed = (int) result.placements().stream()
                .filter(placement -> placement.standing() == PlacementStanding.PLACED)
                .count();
        return AllocateSeatsResponse.newBuilder()
                .setRound(round.id())
                .setGeneration(result.generation())
                .setPlaced(placed)
                .setWaiting(result.placements().size() - placed)
                .addAllSchools(schools(result.schools()))
                .addAllLabels(result.labels())
                .setAllocationMicros(result.took().toNanos() / 1_000)
                .build();
    }

    static Placement placement(onepermit.education.allocation.Placement placement) {
        String school = placement.school();
        return Placement.newBuilder()
                .setNumber(placement.number())
                .setRank(placement.rank())
                .setSchool(school == null ? "" : school)
                .setPreference(placement.preference())
                .setStanding(placement.standing().name())
                .setEtag(Etag.of(placement.version()))
                .build();
    }

    static List<String> numbers(List<onepermit.education.allocation.Placement> placements) {
        return placements.stream()
                .map(onepermit.education.allocation.Placement::number)
                .toList();
    }

    /** Of whom the answer tells. */
    static List<String> numbers(GiveBackPlaceResponse answer) {
        return Stream.concat(Stream.of(answer.getGivenBack()), answer.getMovedUpList().stream())
                .map(Placement::getNumber)
                .toList();
    }

    /** Of whom the answer tells. */
    static List<String> numbers(WhatIfResponse answer) {
        return answer.getMovesList().stream().map(Move::getNumber).toList();
    }

    static List<SchoolDemand> schools(List<Demand> schools) {
        return schools.stream()
                .map(school -> SchoolDemand.newBuilder()
                        .setSchool(school.school())
                        .setSeats(school.seats())
                        .setFirstPreferences(school.first())
                        .setAllPreferences(school.all())
                        .setPlaced(school.placed())
                        .build())
                .toList();
    }
}
