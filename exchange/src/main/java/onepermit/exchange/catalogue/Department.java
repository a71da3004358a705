package onepermit.exchange.catalogue;

/**
 * The department this process serves.
 *
 * @param id {@code permit}, {@code education}, {@code social} or {@code health}
 */
public record Department(String id) {

    /** CloudEvents source of its events. */
    public String source() {
        return id.equals("social") ? "/onepermit/hr-social-service" : "/onepermit/" + id + "-service";
    }
}
