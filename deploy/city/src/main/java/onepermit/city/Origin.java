package onepermit.city;

import java.time.LocalDate;

/**
 * Where a household lives and where it comes from.
 *
 * @param arrival since when it has lived, or since when its records reach back
 */
record Origin(Town town, String district, boolean migrant, String hukou, LocalDate arrival) {

    static Origin of(Dice dice) {
        Town town = Town.of(dice);
        String district = dice.pick(town.districts());
        boolean migrant = dice.chance(town.migrantPupils());
        String hukou = migrant ? town.otherHome(dice) : district;
        int days = migrant ? daysOfHistory(dice) : dice.between(90, 500);
        return new Origin(town, district, migrant, hukou, Calendar.TODAY.minusDays(days));
    }

    /**
     * Three months to nine years, two and a half on average, and less for locals, of whom nobody asks since when: so
     * bounded that the whole city loads within a minute.
     */
    private static int daysOfHistory(Dice dice) {
        int thrown = dice.below(10);
        if (thrown < 7) {
            return dice.between(90, 1_100);
        }
        return thrown < 9 ? dice.between(1_100, 1_900) : dice.between(1_900, 3_300);
    }
}
