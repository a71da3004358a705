package onepermit.education.roll;

import java.util.Collection;
import onepermit.exchange.identity.PersonKey;

/** Tells the other departments about rolls. */
public interface RollPublication {

    /** Publishes the whole new state of the rolls, in the transaction of the change. */
    void publish(RollEvent event, Collection<Roll> rolls);

    /** Version of the pupil's roll as published; 0 when there is none. */
    long version(PersonKey pupil);

    /** Nobody else changes these pupils' rolls until the transaction ends; its first statement. */
    void lock(Collection<PersonKey> pupils);
}
