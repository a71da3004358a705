-- Holders are counted by place of issue.
CREATE INDEX permit_division ON permit (division, issued_on);
