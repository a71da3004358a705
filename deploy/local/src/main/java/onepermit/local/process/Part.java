package onepermit.local.process;

import java.nio.file.Path;

/** One process of the stack. All knowledge of a running part is in its pid file, so another command may stop what this one started. */
public interface Part {
    String name();

    PidFile pidFile();

    Path log();

    /** What {@link #prepare} would do now, in words for the person who waits; empty if all is done. */
    default String unprepared() {
        return "";
    }

    /** What is done once, or once after a build, and may take its time. */
    default void prepare() {}

    /** Starts the process and writes its pid file, without waiting for readiness. */
    ProcessHandle launch();

    boolean isReady();

    /** Asks the process to end, waits, and only then forces it. */
    void stop();
}
