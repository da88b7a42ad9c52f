use super::WordLinks;
