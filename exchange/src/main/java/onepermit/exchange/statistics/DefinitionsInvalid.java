package onepermit.exchange.statistics;

/** The definitions of statistics must not be used; says where and what was expected. */
public final class DefinitionsInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DefinitionsInvalid(String file, String place, String wrong) {
        super(place.isEmpty() ? file + ": " + wrong : file + ", " + place + ": " + wrong);
    }
}
