package onepermit.city;

import java.util.List;

/**
 * A town of the city's world.
 *
 * @param pool pooling region of its social insurance, GB/T 2260
 * @param districts where people live, GB/T 2260
 * @param weight its part of the residents, per cent
 * @param migrantPupils share of pupils from elsewhere
 * @param inPublicSchools share of those pupils who go to public schools
 */
record Town(String pool, List<String> districts, int weight, double migrantPupils, double inPublicSchools) {

    /** Where the study gives no figure: about what it says of the country (DOMAIN G01: 26.6 % away from home). */
    private static final double USUAL = 0.266;

    /** Codes of rows in DOMAIN part 1 stand beside the published shares. */
    static final List<Town> ALL = List.of(
            // H05: in Xiamen 52.4 % of pupils are migrant children; all in public schools by its points admission
            new Town("350200", List.of("350203", "350206", "350211"), 60, 0.524, 1.0),
            // E05: Jiaxing 20 % of pupils, 54 % of them in public schools
            new Town("330400", List.of("330400"), 8, 0.20, 0.54),
            // E05: Cixi 22.4 % of pupils, 40.1 % of them in public schools
            new Town("330282", List.of("330282"), 8, 0.224, 0.401),
            // G03: Inner Mongolia 14.85 % of pupils, 92.68 % of them in public schools
            new Town("150000", List.of("150000"), 4, 0.1485, 0.9268),
            new Town("420100", List.of("420100"), 8, USUAL, 0.9),
            new Town("420600", List.of("420600"), 3, USUAL, 0.9),
            new Town("110000", List.of("110112"), 5, USUAL, 0.9),
            new Town("440300", List.of("440300"), 4, USUAL, 0.9));

    /** Where migrants come from. */
    private static final List<String> HOMES =
            List.of("420600", "361123", "330822", "360100", "340100", "410100", "430100", "510100", "420100");

    static Town of(Dice dice) {
        int thrown = dice.below(100);
        for (Town town : ALL) {
            thrown -= town.weight;
            if (thrown < 0) {
                return town;
            }
        }
        throw new IllegalStateException("weights of the towns must add up to 100");
    }

    /** A home elsewhere. */
    String otherHome(Dice dice) {
        String home = dice.pick(HOMES);
        return home.equals(pool) ? "361123" : home;
    }
}
