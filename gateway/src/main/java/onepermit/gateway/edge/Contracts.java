package onepermit.gateway.edge;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;
import io.grpc.MethodDescriptor.MethodType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.v1.Access;

/** The contracts of the house, from the descriptor set that the build of the protos leaves. */
public final class Contracts {
    private static final String SET = "/onepermit/contracts.binpb";
    private static final String HOUSE = "onepermit.";

    private final Map<String, FileDescriptor> files;

    private Contracts(Map<String, FileDescriptor> files) {
        this.files = files;
    }

    public static Contracts load() {
        try (InputStream set = Objects.requireNonNull(Contracts.class.getResourceAsStream(SET))) {
            return read(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param set a descriptor set that lists imports first */
    public static Contracts read(InputStream set) throws IOException {
        return new Contracts(link(FileDescriptorSet.parseFrom(set, options())));
    }

    /** The services of the departments and of the exchange. */
    public List<ServiceDescriptor> services() {
        return houseFiles().stream()
                .flatMap(file -> file.getServices().stream())
                .toList();
    }

    /** Methods that anyone may call without a token, by service and name with a slash between. */
    public Set<String> openMethods() {
        return services().stream()
                .flatMap(service -> service.getMethods().stream())
                .filter(method ->
                        method.getOptions().getExtension(Access.access).getOpen())
                .map(method -> method.getService().getFullName() + "/" + method.getName())
                .collect(Collectors.toSet());
    }

    public List<Descriptor> messages() {
        return files.values().stream()
                .flatMap(file -> file.getMessageTypes().stream())
                .toList();
    }

    public List<FileDescriptor> houseFiles() {
        return files.values().stream()
                .filter(file -> file.getPackage().startsWith(HOUSE))
                .sorted(Comparator.comparing(FileDescriptor::getName))
                .toList();
    }

    /** Unary, or which side streams. */
    public static MethodType type(MethodDescriptor method) {
        if (method.isClientStreaming()) {
            return method.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
        }
        return method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    }

    private static ExtensionRegistry options() {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(registry);
        ValidateProto.registerAllExtensions(registry);
        Access.registerAllExtensions(registry);
        return registry;
    }

    /** The set lists imports first. */
    private static Map<String, FileDescriptor> link(FileDescriptorSet set) {
        Map<String, FileDescriptor> linked = new HashMap<>();
        for (FileDescriptorProto file : set.getFileList()) {
            linked.put(file.getName(), link(file, linked));
        }
        return Map.copyOf(linked);
    }

    private static FileDescriptor link(FileDescriptorProto file, Map<String, FileDescriptor> linked) {
        FileDescriptor[] imports = file.getDependencyList().stream()
                .map(name -> Objects.requireNonNull(linked.get(name)))
                .toArray(FileDescriptor[]::new);
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("the contract " + file.getName() + " does not hold together", e);
        }
    }
}
