package taizhang.books.conform;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Books that a case can be run through. */
public interface CaseBooks {

  /** Appends the next item of the case's log. */
  void append(Case.Item item);

  /** Answers one of its readings; null where there is no figure. */
  @Nullable BigDecimal read(Case.Reading reading);
}
