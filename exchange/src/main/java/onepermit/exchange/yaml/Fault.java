package onepermit.exchange.yaml;

/** Makes the exception for a file that must not be loaded. */
@FunctionalInterface
public interface Fault {

    /**
     * @param place keys from the top of the file down to the value; empty for the file as a whole
     * @param wrong what is wrong and what was expected
     */
    RuntimeException of(String file, String place, String wrong);
}
