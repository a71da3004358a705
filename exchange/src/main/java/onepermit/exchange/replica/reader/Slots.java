package onepermit.exchange.replica.reader;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The slots of the replica: one active a dataset, and while it is rebuilt one shadow. */
public final class Slots {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Department department;

    public Slots(JdbcClient jdbc, Catalogue catalogue, Department department) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.department = department;
    }

    /** Gives a slot to each dataset that has none yet. */
    void ensure(List<Dataset> datasets) {
        for (Dataset dataset : datasets) {
            jdbc.sql("""
                    INSERT INTO replica_slot (dataset, generation, person_key, state) VALUES (?, ?, ?, 'ACTIVE')
                    ON CONFLICT (dataset) WHERE state = 'ACTIVE' DO NOTHING""")
                    .params(dataset.id(), dataset.generation(), dataset.personKey())
                    .update();
        }
    }

    public List<Slot> active() {
        return inState("ACTIVE");
    }

    public Optional<Slot> active(String dataset) {
        return of(dataset, active());
    }

    public List<Slot> shadows() {
        return inState("SHADOW");
    }

    public List<Slot> retired() {
        return rows("RETIRED").stream()
                .flatMap(row -> catalogue.find(row.dataset()).map(row::slot).stream())
                .toList();
    }

    /** The shadow of a dataset, a new one if there is none, or if there is one of another generation. */
    public Slot shadow(Dataset dataset) {
        of(dataset.id(), shadows())
                .filter(shadow -> shadow.generation() != dataset.generation())
                .ifPresent(this::drop);
        jdbc.sql("""
                INSERT INTO replica_slot (dataset, generation, person_key, state) VALUES (?, ?, ?, 'SHADOW')
                ON CONFLICT (dataset) WHERE state = 'SHADOW' DO NOTHING""")
                .params(dataset.id(), dataset.generation(), dataset.personKey())
                .update();
        return of(dataset.id(), shadows())
                .orElseThrow(() -> new IllegalStateException("the shadow of " + dataset.id() + " was just swapped in"));
    }

    /** Gives a shadow up. Who fills it is fenced, and could not swap it in either. */
    void drop(Slot shadow) {
        jdbc.sql("""
                UPDATE replica_slot SET state = 'RETIRED', retired_at = clock_timestamp() WHERE slot = ? AND state = 'SHADOW'""").param(shadow.number()).update();
        jdbc.sql("UPDATE replica_offset SET epoch = epoch + 1, owner = 'dropped' WHERE slot = ?")
                .param(shadow.number())
                .update();
    }

    /** Retires an active slot and puts an empty one in its place; whoever reads into the old one is fenced. */
    void giveUp(Slot active) {
        int given = jdbc.sql("""
                UPDATE replica_slot SET state = 'RETIRED', retired_at = clock_timestamp() WHERE slot = ? AND state = 'ACTIVE'""").param(active.number()).update();
        if (given == 1) {
            jdbc.sql("UPDATE replica_offset SET epoch = epoch + 1, owner = 'given up' WHERE slot = ?")
                    .param(active.number())
                    .update();
            ensure(List.of(active.dataset()));
        }
    }

    /** Ties a slot to the topic it will be filled from; what another process has tied it to stays. */
    Slot tie(Slot slot, String topicId) {
        return tie(slot, topicId, "ACTIVE").orElseGet(() -> slot.of(topicId));
    }

    /** Empty if it is no shadow any more. */
    Optional<Slot> tieShadow(Slot shadow, String topicId) {
        return tie(shadow, topicId, "SHADOW");
    }

    private Optional<Slot> tie(Slot slot, String topicId, String state) {
        return jdbc.sql(
                        "UPDATE replica_slot SET topic_id = coalesce(topic_id, ?) WHERE slot = ? AND state = ? RETURNING topic_id")
                .params(topicId, slot.number(), state)
                .query(String.class)
                .optional()
                .map(slot::of);
    }

    /** Writes down which fields a copy holds, once. */
    void label(Slot slot, String fields) {
        jdbc.sql("UPDATE replica_slot SET fields = ? WHERE slot = ? AND fields IS NULL")
                .params(fields, slot.number())
                .update();
    }

    /** Empty until it was read into. */
    Optional<String> label(Slot slot) {
        return jdbc.sql("SELECT fields FROM replica_slot WHERE slot = ? AND fields IS NOT NULL")
                .param(slot.number())
                .query(String.class)
                .optional();
    }

    /** @param reason why nothing is read into it at the moment, empty if it is read into */
    void left(Slot slot, Optional<String> reason) {
        jdbc.sql("UPDATE replica_slot SET left_because = ? WHERE slot = ?")
                .param(1, reason.orElse(null))
                .param(2, slot.number())
                .update();
    }

    /** Active slots of datasets the department does not read, or does not read any more. */
    List<String> notShared() {
        return rows("ACTIVE").stream()
                .map(Row::dataset)
                .filter(dataset -> shared(dataset).isEmpty())
                .toList();
    }

    /** Datasets that are not shared with the department are left out: nobody may ask for them. */
    private List<Slot> inState(String state) {
        return rows(state).stream()
                .flatMap(row -> shared(row.dataset()).map(row::slot).stream())
                .toList();
    }

    private List<Row> rows(String state) {
        return jdbc.sql(
                        "SELECT slot, dataset, generation, topic_id FROM replica_slot WHERE state = ? ORDER BY dataset, slot")
                .param(state)
                .query((row, n) -> new Row(
                        row.getShort(1), row.getString(2), row.getInt(3), Optional.ofNullable(row.getString(4))))
                .list();
    }

    private Optional<Dataset> shared(String dataset) {
        return catalogue.find(dataset).filter(known -> known.readBy(department.id()));
    }

    private static Optional<Slot> of(String dataset, List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.dataset().id().equals(dataset))
                .findFirst();
    }

    private record Row(short number, String dataset, int generation, Optional<String> topicId) {
        Slot slot(Dataset known) {
            return new Slot(number, known, generation, topicId);
        }
    }
}
