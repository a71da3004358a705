package onepermit.exchange.identity;

/** A six-digit administrative division (GB/T 2260). */
public record DivisionCode(String value) {
    private static final String COUNTRY = "000000";

    public DivisionCode province() {
        return new DivisionCode(value.substring(0, 2) + "0000");
    }

    public DivisionCode city() {
        return new DivisionCode(value.substring(0, 4) + "00");
    }

    /** Is the other one this division or inside it? */
    public boolean contains(DivisionCode other) {
        return value.equals(other.value) || other.value.startsWith(prefix());
    }

    /** The digits that all divisions inside this one begin with. */
    public String prefix() {
        if (value.equals(COUNTRY)) {
            return "";
        }
        if (value.endsWith("0000")) {
            return value.substring(0, 2);
        }
        return value.endsWith("00") ? value.substring(0, 4) : value;
    }
}
