package taizhang.prose.finding;

/** One kind of check, run over a whole report. */
interface Check {

  void run(Checked checked, Findings findings);
}
