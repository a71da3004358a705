package onepermit.health.birthservice;

import onepermit.exchange.identity.Sex;

/** One of a couple. */
public enum Spouse {
    WIFE("wife_id", Sex.FEMALE),
    HUSBAND("husband_id", Sex.MALE);

    private final String field;
    private final Sex sex;

    Spouse(String field, Sex sex) {
        this.field = field;
        this.sex = sex;
    }

    /** The field of a request with this one's number. */
    public String field() {
        return field;
    }

    public Sex sex() {
        return sex;
    }
}
