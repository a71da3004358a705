package onepermit.exchange.catalogue;

/** A file of the catalogue that must not be loaded; says which file, which place in it, what is wrong and what was expected. */
public final class CatalogueInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogueInvalid(String file, String place, String wrong) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + wrong);
    }
}
