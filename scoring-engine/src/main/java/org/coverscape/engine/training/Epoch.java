package org.coverscape.engine.training;

/**
 * How a head did after an epoch.
 *
 * @param number from 1
 * @param trainingLoss mean loss of the training chips during the epoch, by class weights
 * @param trainingRecall mean recall of the training's classes during the epoch, 0 to 1
 * @param validationLoss mean loss of the validation chips after it; 0 where there are none
 * @param validationRecall mean recall of the validation's classes after it, 0 to 1
 */
public record Epoch(
    int number,
    double trainingLoss,
    double trainingRecall,
    double validationLoss,
    double validationRecall) {}
