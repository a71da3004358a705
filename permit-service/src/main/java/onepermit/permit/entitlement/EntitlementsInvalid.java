package onepermit.permit.entitlement;

/** The table of entitlements must not be loaded as it stands. */
final class EntitlementsInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EntitlementsInvalid(String file, String place, String wrong) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + wrong);
    }
}
