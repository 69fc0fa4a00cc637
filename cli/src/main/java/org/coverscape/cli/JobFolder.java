package org.coverscape.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobJournal;

/** The folder of a job: its journal and, once it has run, its files. */
record JobFolder(Path folder) {
  private static final String JOURNAL = "job.sqlite";

  /** The folder, made if it is missing. */
  static JobFolder prepare(Path folder, boolean resume) {
    JobFolder job = new JobFolder(OutputFolder.prepare(folder));
    if (!resume && job.hasJournal()) {
      throw new UserException(
          "The folder "
              + folder
              + " already holds a job; add --resume to go on with it, or choose another --out.");
    }
    return job;
  }

  /** The journal of a job that is named by its folder or by the journal itself. */
  static JobJournal open(Path job) {
    Path file = Files.isDirectory(job) ? job.resolve(JOURNAL) : job;
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          "There is no job in " + job + "; name the folder that 'coverscape score' wrote.");
    }
    return JobJournal.open(file);
  }

  /** A job's result by now, where this program has the memory for it. */
  static MappedRegion map(JobJournal journal) {
    MapRoom.of(journal.header()).checkJob();
    return journal.read();
  }

  /** An empty file is what a full disk, or a kill at the first moment, leaves of a journal. */
  private boolean hasJournal() {
    return journalFile().toFile().length() > 0;
  }

  Path journalFile() {
    return folder.resolve(JOURNAL);
  }

  /** A new journal, or the one that is there when it is of the same job. */
  JobJournal journal(JobHeader header) {
    if (!hasJournal()) {
      return JobJournal.create(journalFile(), header);
    }
    JobJournal journal = JobJournal.open(journalFile());
    journal
        .header()
        .differsFrom(header)
        .ifPresent(
            reason -> {
              journal.close();
              throw new UserException(reason);
            });
    return journal;
  }
}
