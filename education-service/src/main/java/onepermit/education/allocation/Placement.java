package onepermit.education.allocation;

import org.jspecify.annotations.Nullable;

/**
 * Where an application stands after the allocation.
 *
 * @param rank in the list the seats were allocated by
 * @param school null without a place
 * @param preference which of its preferences the school is, from 1; 0 without a place
 */
public record Placement(
        String number,
        String round,
        int rank,
        @Nullable String school,
        int preference,
        PlacementStanding standing,
        long version) {

    static Placement first(String round, int rank, Claim claim, @Nullable String school) {
        return new Placement(claim.number(), round, rank, school, claim.wish(school), standing(school), 1);
    }

    boolean held() {
        return standing != PlacementStanding.GIVEN_BACK;
    }

    /** Placed, or waiting for a place. */
    public boolean open() {
        return standing == PlacementStanding.PLACED || standing == PlacementStanding.WAITING;
    }

    Placement at(Claim claim, @Nullable String other) {
        return new Placement(number, round, rank, other, claim.wish(other), standing(other), version + 1);
    }

    Placement givenBack() {
        return new Placement(number, round, rank, null, 0, PlacementStanding.GIVEN_BACK, version + 1);
    }

    Placement enrolled() {
        return new Placement(number, round, rank, school, preference, PlacementStanding.ENROLLED, version + 1);
    }

    private static PlacementStanding standing(@Nullable String school) {
        return school == null ? PlacementStanding.WAITING : PlacementStanding.PLACED;
    }
}
