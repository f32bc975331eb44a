package taizhang.prose.review;

/** What a person made of a finding. */
public enum Verdict {
  /** 采纳: it is a defect, and the text is to be mended. */
  ACCEPT,
  /** 驳回: it is none, for a reason given. */
  DISMISS
}
