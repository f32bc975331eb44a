package taizhang.server.demo;

import java.util.HashMap;
import java.util.Map;

/** The numbers that made records received in the books. */
final class Handles {

  private final Map<Handle, Long> numbers = new HashMap<>();

  void put(Handle handle, long record) {
    numbers.put(handle, record);
  }

  long number(Handle handle) {
    Long number = numbers.get(handle);
    if (number == null) {
      throw new IllegalStateException(handle + " is referred to before it is in the books");
    }
    return number;
  }
}
