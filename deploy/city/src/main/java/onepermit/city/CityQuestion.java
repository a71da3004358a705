package onepermit.city;

import java.util.List;

/** What an admission officer of the city would ask: a child, its recorded parents, where they live. */
public record CityQuestion(String child, List<String> guardians, String division) {}
