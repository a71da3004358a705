package onepermit.city;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person and what the departments know of them.
 *
 * @param hukouSince when the hukou was moved there; empty = since birth
 * @param familyPlanning compliant or not; empty = nobody has asked
 */
record Resident(
        String id,
        String name,
        String hukou,
        @Nullable LocalDate hukouSince,
        List<Stay> stays,
        List<PermitCard> permits,
        List<Home> homes,
        List<Job> jobs,
        List<Cover> covers,
        List<Taxed> taxed,
        List<Schooling> schooling,
        List<Given> doses,
        @Nullable Boolean familyPlanning) {

    static Resident of(String id, String name, String hukou) {
        return new Resident(
                id, name, hukou, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), null);
    }

    Resident hukouSince(LocalDate since) {
        return new Resident(
                id, name, hukou, since, stays, permits, homes, jobs, covers, taxed, schooling, doses, familyPlanning);
    }

    Resident lives(List<Stay> stays, List<PermitCard> permits, List<Home> homes) {
        return new Resident(
                id,
                name,
                hukou,
                hukouSince,
                stays,
                permits,
                homes,
                jobs,
                covers,
                taxed,
                schooling,
                doses,
                familyPlanning);
    }

    Resident works(List<Job> jobs, List<Cover> covers, List<Taxed> taxed) {
        return new Resident(
                id,
                name,
                hukou,
                hukouSince,
                stays,
                permits,
                homes,
                jobs,
                covers,
                taxed,
                schooling,
                doses,
                familyPlanning);
    }

    Resident grows(List<Schooling> schooling, List<Given> doses) {
        return new Resident(
                id,
                name,
                hukou,
                hukouSince,
                stays,
                permits,
                homes,
                jobs,
                covers,
                taxed,
                schooling,
                doses,
                familyPlanning);
    }

    Resident planned(@Nullable Boolean familyPlanning) {
        return new Resident(
                id,
                name,
                hukou,
                hukouSince,
                stays,
                permits,
                homes,
                jobs,
                covers,
                taxed,
                schooling,
                doses,
                familyPlanning);
    }
}
