package onepermit.exchange.access;

/** For whom a token is: the door of the house, or one department behind it. */
public final class Audience {
    /** What callers outside have tokens for. */
    public static final String DOOR = "onepermit";

    private static final String DEPARTMENT = DOOR + "-";

    private Audience() {}

    /** What opens this department and no other. */
    public static String of(String department) {
        return DEPARTMENT + department;
    }
}
