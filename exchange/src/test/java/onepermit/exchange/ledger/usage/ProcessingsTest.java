package onepermit.exchange.ledger.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.ExtensionRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import onepermit.exchange.v1.Access;
import org.junit.jupiter.api.Test;

class ProcessingsTest {

    @Test
    void every_method_about_persons_is_of_a_kind_of_processing() throws IOException {
        Processings shipped = Processings.shipped();

        assertThat(methodsAboutPersons())
                .hasSizeGreaterThan(20)
                .allSatisfy(method -> assertThat(shipped.of(method))
                        .as("%s in usage/processing.yaml", method)
                        .isPresent());
    }

    @Test
    void a_kind_is_withheld_by_a_law_or_not_at_all() {
        assertThatThrownBy(() ->
                        read("{id: a, methods: [M/a], action: {zh: 甲, en: a}, basis: {zh: 法, en: law}, withheld: {}}"))
                .hasMessageContaining("'zh' is missing");
        assertThatThrownBy(() -> read("{id: a, methods: [M/a], action: {zh: 甲, en: a}}"))
                .hasMessageContaining("'basis' is missing");
    }

    @Test
    void a_method_is_of_one_kind() {
        assertThatThrownBy(() -> read("""
                {id: a, methods: [M/a], action: {zh: 甲, en: a}, basis: {zh: 法, en: law}}
                  - {id: b, methods: [M/a], action: {zh: 乙, en: b}, basis: {zh: 法, en: law}}""")).hasMessageContainingAll("M/a", "another kind");
    }

    private static Processings read(String entries) {
        return Processings.read(
                "test.yaml",
                new ByteArrayInputStream(("processing:\n  - " + entries).getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> methodsAboutPersons() throws IOException {
        ExtensionRegistry options = ExtensionRegistry.newInstance();
        Access.registerAllExtensions(options);
        try (InputStream contracts =
                Objects.requireNonNull(ProcessingsTest.class.getResourceAsStream("/onepermit/contracts.binpb"))) {
            return FileDescriptorSet.parseFrom(contracts, options).getFileList().stream()
                    .flatMap(file -> file.getServiceList().stream()
                            .flatMap(service -> service.getMethodList().stream()
                                    .filter(ProcessingsTest::isAboutPersons)
                                    .map(method ->
                                            file.getPackage() + "." + service.getName() + "/" + method.getName())))
                    .toList()
                    .stream();
        }
    }

    private static boolean isAboutPersons(MethodDescriptorProto method) {
        return method.getOptions().getExtension(Access.access).getAboutPerson();
    }
}
