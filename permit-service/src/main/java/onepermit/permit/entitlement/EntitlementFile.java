package onepermit.permit.entitlement;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.yaml.Yaml;
import onepermit.permit.permit.PermitClass;

/** Reads the table {@code permit/entitlements.yaml}; a pack that lacks one of the six services and seven conveniences does not load. */
final class EntitlementFile {
    private static final List<String> MINIMUM_GROUPS = List.of("SERVICE", "CONVENIENCE");
    private static final int MINIMUM = 13;

    private final Map<String, Item> items = new LinkedHashMap<>();

    private record Item(String code, String group, String zh, String en, String article) {}

    private EntitlementFile() {}

    static EntitlementPacks read(InputStream text) {
        Yaml file = Yaml.read(EntitlementsInvalid::new, "permit/entitlements.yaml", text);
        return new EntitlementFile().packs(file);
    }

    private EntitlementPacks packs(Yaml file) {
        file.children("items")
                .forEach(row -> items.put(
                        row.text("code"),
                        new Item(
                                row.text("code"),
                                row.text("group"),
                                row.text("zh"),
                                row.text("en"),
                                row.text("article"))));
        if (minimum().size() != MINIMUM) {
            throw file.wrong("expected six services and seven conveniences among the items");
        }
        List<Entitlement> hukouOnly = file.children("hukouOnly").stream()
                .map(row -> new Entitlement(
                        row.text("code"), "HUKOU_ONLY", row.text("zh"), row.text("en"), Level.NO, "", "", "study", 0))
                .toList();
        return new EntitlementPacks(
                file.children("packs").stream().map(this::pack).toList(), hukouOnly);
    }

    private EntitlementPack pack(Yaml row) {
        requireMinimum(row);
        List<Entitlement> everybody = new ArrayList<>();
        row.texts("minimum").forEach(code -> everybody.add(plain(row, code)));
        row.children("further").forEach(line -> everybody.add(line(line, row.text("document"))));
        Map<PermitClass, List<Entitlement>> classes = new EnumMap<>(PermitClass.class);
        row.child("classes")
                .ifPresent(table -> table.entries()
                        .keySet()
                        .forEach(name -> classes.put(
                                PermitClass.valueOf(name),
                                table.children(name).stream()
                                        .map(line -> line(line, row.text("document")))
                                        .toList())));
        return new EntitlementPack(
                row.text("id"),
                new DivisionCode(row.text("jurisdiction")),
                row.text("document"),
                row.date("from"),
                row.dateIfAny("to"),
                row.flag("unverified"),
                everybody,
                classes);
    }

    private void requireMinimum(Yaml pack) {
        List<String> lacking = minimum().stream()
                .filter(code -> !pack.texts("minimum").contains(code))
                .toList();
        if (!lacking.isEmpty()) {
            throw pack.wrong("every permit gives six services and seven conveniences; here are missing " + lacking);
        }
    }

    private List<String> minimum() {
        return items.values().stream()
                .filter(item -> MINIMUM_GROUPS.contains(item.group()))
                .map(Item::code)
                .toList();
    }

    private Entitlement line(Yaml line, String document) {
        Entitlement plain = plain(line, line.text("code"));
        return new Entitlement(
                plain.code(),
                plain.group(),
                plain.zh(),
                plain.en(),
                line.textIfAny("level").map(Level::valueOf).orElse(Level.YES),
                line.textIfAny("zh").orElse(""),
                line.textIfAny("en").orElse(""),
                line.textIfAny("source").orElse(plain.source().isEmpty() ? document : plain.source()),
                line.integerIfAny("fromYears").orElse(0));
    }

    private Entitlement plain(Yaml at, String code) {
        Item item = Stream.ofNullable(items.get(code))
                .findFirst()
                .orElseThrow(() -> at.wrong("'" + code + "' is not among the items"));
        return new Entitlement(item.code(), item.group(), item.zh(), item.en(), Level.YES, "", "", item.article(), 0);
    }
}
