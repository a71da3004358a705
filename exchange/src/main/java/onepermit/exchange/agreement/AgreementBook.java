package onepermit.exchange.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.v1.Purpose;

/** All agreements this department knows of, in memory: what is given today is looked up without a statement. What is not in it is not given. */
public final class AgreementBook {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Catalogue catalogue;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<StandingAgreement> standing = List.of();
    private volatile GivenToday today;

    public AgreementBook(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.today = GivenToday.of(List.of(), day(), catalogue);
    }

    /** Dataset → fields that may be looked at for the purpose. */
    public Map<String, GivenFields> given(String consumer, Purpose purpose) {
        return today().forPurpose(consumer, purpose);
    }

    /** Dataset → fields that are given for any purpose, together. */
    public Map<String, GivenFields> given(String consumer) {
        return today().forAny(consumer);
    }

    /** Dataset → fields of which copies may be kept; those of suspended agreements too. */
    public Map<String, GivenFields> kept(String consumer) {
        return today().kept(consumer);
    }

    /** Every agreement with the consumer that has the dataset in it, also those that have ended. */
    public List<StandingAgreement> about(String consumer, String dataset) {
        return standing.stream()
                .filter(one -> one.consumer().equals(consumer) && one.fields().containsKey(dataset))
                .toList();
    }

    public void replace(Collection<StandingAgreement> agreements) {
        standing = List.copyOf(agreements);
        today = GivenToday.of(standing, day(), catalogue);
        listeners.forEach(Runnable::run);
    }

    /** Called after every change, in the thread that brought it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private GivenToday today() {
        GivenToday known = today;
        LocalDate day = day();
        if (!known.day().equals(day)) {
            known = GivenToday.of(standing, day, catalogue);
            today = known;
        }
        return known;
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }
}
