package onepermit.city;

import java.util.List;

/**
 * People who live together.
 *
 * @param migrant their hukou is elsewhere
 * @param kin what the hukou books say of parents and children; may be missing
 */
record Household(Town town, String district, boolean migrant, List<Resident> members, List<Kin> kin) {}
