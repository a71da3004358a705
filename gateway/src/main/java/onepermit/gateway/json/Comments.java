package onepermit.gateway.json;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The comments of the contracts, by the numbers of {@code SourceCodeInfo} paths (descriptor.proto). */
final class Comments {
    private static final int MESSAGE = 4;
    private static final int SERVICE = 6;
    private static final int METHOD = 2;
    private static final int FIELD = 2;
    private static final int NESTED = 3;
    private static final Map<FileDescriptor, Map<List<Integer>, String>> FILES = new ConcurrentHashMap<>();

    private Comments() {}

    static String of(MethodDescriptor method) {
        return at(method.getFile(), List.of(SERVICE, method.getService().getIndex(), METHOD, method.getIndex()));
    }

    static String of(Descriptor message) {
        return at(message.getFile(), path(message));
    }

    static String of(FieldDescriptor field) {
        List<Integer> path = new ArrayList<>(path(field.getContainingType()));
        path.add(FIELD);
        path.add(field.getIndex());
        return at(field.getFile(), path);
    }

    private static List<Integer> path(Descriptor message) {
        Descriptor outer = message.getContainingType();
        if (outer == null) {
            return List.of(MESSAGE, message.getIndex());
        }
        List<Integer> path = new ArrayList<>(path(outer));
        path.add(NESTED);
        path.add(message.getIndex());
        return path;
    }

    private static String at(FileDescriptor file, List<Integer> path) {
        return FILES.computeIfAbsent(file, Comments::read).getOrDefault(path, "");
    }

    private static Map<List<Integer>, String> read(FileDescriptor file) {
        return file.toProto().getSourceCodeInfo().getLocationList().stream()
                .filter(location -> !location.getLeadingComments().isBlank())
                .collect(Collectors.toMap(
                        Location::getPathList,
                        location -> location.getLeadingComments().strip().replaceAll("\\s*\\n\\s*", " "),
                        (first, second) -> first));
    }
}
