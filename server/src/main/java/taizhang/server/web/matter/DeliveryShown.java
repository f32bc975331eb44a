package taizhang.server.web.matter;

import java.time.Instant;
import taizhang.server.matter.Notifications;
import taizhang.server.web.Labels;

/**
 * A notice on its way outside; what it says is not shown to those who keep the system.
 *
 * @param result 已送达, 等待重试, 已停止
 * @param at when it was delivered, given up or is tried next
 * @param wrong what went wrong last
 */
public record DeliveryShown(
    long notice,
    String name,
    String kind,
    String address,
    int tries,
    String light,
    String result,
    String at,
    String wrong) {

  static DeliveryShown of(Notifications.Delivery one, String name) {
    Instant delivered = one.deliveredAt();
    Instant over = one.givenUpAt();
    String light = delivered != null ? "on-time" : over != null ? "late" : "near";
    String result =
        delivered != null ? "已送达" : over != null ? "已停止" : one.tries() == 0 ? "等待发送" : "等待重试";
    Instant at = delivered != null ? delivered : over != null ? over : one.nextAt();
    return new DeliveryShown(
        one.notification(),
        name,
        one.kind().equals("email") ? "电子邮件" : "消息接口",
        one.address(),
        one.tries(),
        light,
        result,
        Labels.moment(at),
        one.answer());
  }
}
