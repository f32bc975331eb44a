package taizhang.server.reading;

/**
 * A commitment on its way to be a task, as typed in a form.
 *
 * @param fingerprint of the commitment
 * @param sentence the commitment as it stands
 * @param name the task
 * @param department the lead department
 * @param due by when, as a day
 * @param indicator full code of the indicator that tells its progress, empty for none
 * @param target how much shall be reached in the indicator's unit, empty for none
 */
public record TaskDraft(
    String fingerprint,
    String sentence,
    String name,
    String department,
    String due,
    String indicator,
    String target) {}
