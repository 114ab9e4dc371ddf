-- 考核 letters: forms, notices, feedback, statements; used by the next migration.
ALTER TYPE "letter_kind" ADD VALUE 'annualForm';
ALTER TYPE "letter_kind" ADD VALUE 'gradeNotice';
ALTER TYPE "letter_kind" ADD VALUE 'feedbackUnit';
ALTER TYPE "letter_kind" ADD VALUE 'feedbackSuperior';
ALTER TYPE "letter_kind" ADD VALUE 'feedbackOrganisation';
ALTER TYPE "letter_kind" ADD VALUE 'quotaStatement';
