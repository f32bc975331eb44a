package taizhang.prose.text;

/** The parts of a government work report. */
public enum Part {
  /** Title, salutation and what was done. */
  REVIEW,
  /** What shall be done. */
  PLAN,
  /** Glossary and annexes after the report. */
  APPENDIX
}
