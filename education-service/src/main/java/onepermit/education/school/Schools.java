package onepermit.education.school;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schools of the department. */
public interface Schools {

    Optional<School> find(String code);

    /** Those of the codes that are known, by code. */
    Map<String, School> findAll(Collection<String> codes);

    /** Adds or updates by code. */
    void store(List<School> schools);
}
