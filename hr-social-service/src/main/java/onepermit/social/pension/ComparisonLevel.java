package onepermit.social.pension;

import onepermit.exchange.identity.DivisionCode;

/** At which level two places are the same place. 国办发〔2009〕66号 means provinces; local rules may mean cities. */
public enum ComparisonLevel {
    PROVINCE,
    CITY;

    DivisionCode of(DivisionCode division) {
        return switch (this) {
            case PROVINCE -> division.province();
            case CITY -> division.city();
        };
    }
}
