package onepermit.exchange.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A service of the road in a process of its own, to be killed or frozen at a named point. */
public final class RoadChild {
    private RoadChild() {}

    public static Child start(String department, TestDatabase database, Map<String, String> settings) {
        List<String> arguments =
                new ArrayList<>(List.of(department, database.url(), database.user(), database.password()));
        // Its threads are daemons: without this the process would end once all is started.
        arguments.add("spring.main.keep-alive=true");
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        return Child.start(department, RoadChild.class, List.of("-Xmx192m"), arguments);
    }

    public static void main(String[] arguments) {
        Orphan.diesWithParent();
        Map<String, String> settings = Arrays.stream(arguments)
                .skip(4)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        TestDatabase database = new TestDatabase(arguments[1], arguments[2], arguments[3]);
        RoadService.start(arguments[0], database, settings, StopAt.class);
    }
}
