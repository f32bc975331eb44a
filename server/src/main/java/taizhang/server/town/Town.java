package taizhang.server.town;

/**
 * A township whose books are kept here.
 *
 * @param id its number in every key
 * @param code its short name in addresses and commands: liuzhuang
 * @param name as on its seal: 留庄镇
 */
public record Town(int id, String code, String name) {}
