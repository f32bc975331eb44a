package taizhang.server.access;

import java.time.Instant;

/**
 * A person who may sign in.
 *
 * @param login what the person signs in with
 * @param name the person's name
 * @param renew true where somebody else set the password, so that its owner must set another
 * @param disabled true where the person may no longer sign in
 * @param passwordAt when the password was set
 */
public record Account(
    int id, String login, String name, boolean renew, boolean disabled, Instant passwordAt) {}
