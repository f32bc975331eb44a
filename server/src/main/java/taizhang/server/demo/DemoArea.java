package taizhang.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * An area of a demonstration town.
 *
 * @param code 12 digits in the shape of statistical codes
 * @param name as signs have it
 * @param level town, village or community
 * @param parent code of the area above, null for the town
 * @param households how many households live there
 * @param clerk login of the clerk who keeps its books
 */
record DemoArea(
    String code,
    String name,
    String level,
    @Nullable String parent,
    int households,
    String clerk) {}
