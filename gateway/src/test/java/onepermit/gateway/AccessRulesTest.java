package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onepermit.exchange.v1.Access;
import onepermit.exchange.v1.AccessRule;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.gateway.edge.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The access rule of every method of every department, as the contracts have it: one that has none, or no sound one, fails the build. */
class AccessRulesTest {
    private static final Set<String> ROLES = Set.of(
            "admission-officer",
            "permit-officer",
            "social-insurance-officer",
            "vaccination-officer",
            "supervisor",
            "administrator",
            "auditor",
            "operator",
            "integrator",
            "service");
    private static final Set<String> WHO_LOOKS_AT_PEOPLE = Set.of(
            "admission-officer",
            "permit-officer",
            "social-insurance-officer",
            "vaccination-officer",
            "supervisor",
            "service");

    /** Of the department that owns the records, for this purpose alone; they learn what is left or kept, and nothing of the records. */
    private static final Set<String> WHO_ERASES_PEOPLE = Set.of("administrator", "auditor");

    static Stream<MethodDescriptor> methods() {
        return Contracts.load().services().stream().flatMap(service -> service.getMethods().stream());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void every_method_names_its_roles_and_about_persons_its_purposes_are_real(MethodDescriptor method) {
        assertThat(method.getOptions().hasExtension(Access.access))
                .as("%s has (access)", method.getFullName())
                .isTrue();
        AccessRule rule = method.getOptions().getExtension(Access.access);

        assertThat(rule.getRolesList()).isSubsetOf(ROLES).doesNotHaveDuplicates();
        assertThat(rule.getRolesList().isEmpty())
                .as("%s is for somebody, or open to anyone", method.getFullName())
                .isEqualTo(rule.getOpen());
        assertThat(rule.getOpen() && rule.getAboutPerson()).isFalse();
        assertThat(rule.getPurposesList())
                .allSatisfy(name -> assertThat(Purpose.valueOf(name)).isNotEqualTo(Purpose.PURPOSE_UNSPECIFIED));
        if (rule.getAboutPerson()) {
            boolean erases = rule.getPurposesList().equals(List.of("PURPOSE_ERASURE"));
            assertThat(rule.getRolesList()).isSubsetOf(erases ? WHO_ERASES_PEOPLE : WHO_LOOKS_AT_PEOPLE);
            assertThat(hasContext(method.getInputType()))
                    .as("%s says why and for which case", method.getFullName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void an_auditor_changes_nothing(MethodDescriptor method) {
        AccessRule rule = method.getOptions().getExtension(Access.access);
        boolean changes = method.getInputType().findFieldByName("request_id") != null;

        assertThat(changes && rule.getRolesList().contains("auditor")).isFalse();
    }

    /** Itself, or in the question that each message of a stream wraps. */
    private static boolean hasContext(Descriptor request) {
        return context(request)
                || request.getFields().stream()
                        .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                        .anyMatch(field -> context(field.getMessageType()));
    }

    private static boolean context(Descriptor message) {
        List<String> types = message.getFields().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .map(field -> field.getMessageType().getFullName())
                .toList();
        return types.contains(RequestContext.getDescriptor().getFullName());
    }
}
