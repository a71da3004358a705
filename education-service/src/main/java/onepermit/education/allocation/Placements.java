package onepermit.education.allocation;

import java.util.List;
import java.util.Optional;

/** All placements. */
public interface Placements {

    Optional<Placement> find(String number);

    /** Of a round, in order of rank. */
    List<Placement> ofRound(String round);

    boolean any(String round);

    void add(List<Placement> placements);

    /** Stores what new versions say. */
    void store(List<Placement> placements);

    default Placement known(String number) {
        return find(number).orElseThrow(AllocationRefusals::unknown);
    }
}
