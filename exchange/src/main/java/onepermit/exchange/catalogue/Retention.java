package onepermit.exchange.catalogue;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long a statute demands records to be kept although their person is to be erased.
 *
 * @param id of a dataset, or {@link Retentions#DECISION}
 * @param verified whether the period was compared with the statute; otherwise it is a parameter of the installation
 * @param basis the statute
 */
public record Retention(String id, Period keptFor, boolean verified, Words basis) {

    /** The last day on which records are kept that changed last on the day given. */
    public LocalDate until(LocalDate lastChange) {
        return lastChange.plus(keptFor);
    }
}
