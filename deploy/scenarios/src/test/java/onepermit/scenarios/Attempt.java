package onepermit.scenarios;

/**
 * One thing that somebody hostile tries.
 *
 * @param name as the page on security lists it
 * @param code HTTP status, gRPC code, or what the client's library throws
 * @param reason stable reason of the refusal; empty where the other side gives none
 */
record Attempt(String name, String code, String reason, Act act) {

    /** Does it; any failure of the client's library is a reply as well. */
    interface Act {
        Reply reply() throws Exception;
    }

    Reply reply() {
        try {
            return act.reply();
        } catch (Exception e) {
            return Reply.of(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
