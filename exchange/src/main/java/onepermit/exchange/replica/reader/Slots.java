package onepermit.exchange.replica.reader;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The slots of the replica: one active a dataset, and while it is rebuilt one shadow. */
public final class Slots {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public Slots(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Gives a slot to each dataset that has none yet. */
    void ensure(List<Dataset> datasets) {
        for (Dataset dataset : datasets) {
            jdbc.sql("""
                    INSERT INTO replica_slot (dataset, generation, state) VALUES (?, ?, 'ACTIVE')
                    ON CONFLICT (dataset) WHERE state = 'ACTIVE' DO NOTHING""").params(dataset.id(), dataset.generation()).update();
        }
    }

    public List<Slot> active() {
        return inState("ACTIVE");
    }

    public Optional<Slot> active(String dataset) {
        return active().stream()
                .filter(slot -> slot.dataset().id().equals(dataset))
                .findFirst();
    }

    public List<Slot> shadows() {
        return inState("SHADOW");
    }

    public List<Slot> retired() {
        return inState("RETIRED");
    }

    /** The shadow of a dataset, a new one if there is none. */
    public Slot shadow(Dataset dataset) {
        jdbc.sql("""
                INSERT INTO replica_slot (dataset, generation, state) VALUES (?, ?, 'SHADOW')
                ON CONFLICT (dataset) WHERE state = 'SHADOW' DO NOTHING""").params(dataset.id(), dataset.generation()).update();
        return shadows().stream()
                .filter(slot -> slot.dataset().id().equals(dataset.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the shadow of " + dataset.id() + " was just swapped in"));
    }

    /** Datasets that left the catalogue are left out: nobody asks for them any more. */
    private List<Slot> inState(String state) {
        return jdbc
                .sql("SELECT slot, dataset, generation FROM replica_slot WHERE state = ? ORDER BY dataset, slot")
                .param(state)
                .query((row, n) -> new Row(row.getShort(1), row.getString(2), row.getInt(3)))
                .list()
                .stream()
                .flatMap(row -> slot(row).stream())
                .toList();
    }

    private Optional<Slot> slot(Row row) {
        return catalogue.find(row.dataset()).map(dataset -> new Slot(row.slot(), dataset, row.generation()));
    }

    private record Row(short slot, String dataset, int generation) {}
}
