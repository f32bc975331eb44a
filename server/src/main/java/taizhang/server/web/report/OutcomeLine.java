package taizhang.server.web.report;

/**
 * What became of a task, as the report can say it.
 *
 * @param record the task
 * @param department its lead department
 * @param state its state as the screen calls it
 * @param settled true where nothing more will become of it
 * @param sentence with the figures as they are now
 * @param cited with citations in their place
 */
public record OutcomeLine(
    long record, String department, String state, boolean settled, String sentence, String cited) {}
