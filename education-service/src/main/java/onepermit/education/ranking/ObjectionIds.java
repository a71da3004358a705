package onepermit.education.ranking;

import java.util.UUID;

/** Where the ids of objections come from. */
@FunctionalInterface
public interface ObjectionIds {

    UUID next();
}
