package onepermit.exchange.identity;

import java.util.Set;

/**
 * What counts as "another city" (公通字〔2015〕38号): another city or county, and not another district of the same city. In GB/T 2260 the
 * last two digits of a city's districts are 01 to 20, those of counties and county-level cities 21 and above.
 */
public final class CityOrCounty {
    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");
    private static final String DIRECTLY_UNDER_PROVINCE = "90";
    private static final int LAST_DISTRICT = 20;

    private CityOrCounty() {}

    /** The city or county a division belongs to: itself, its city, or its municipality. */
    public static DivisionCode of(DivisionCode division) {
        String code = division.value();
        if (MUNICIPALITIES.contains(code.substring(0, 2))) {
            return division.province();
        }
        boolean county =
                code.startsWith(DIRECTLY_UNDER_PROVINCE, 2) || Integer.parseInt(code.substring(4)) > LAST_DISTRICT;
        return county ? division : division.city();
    }
}
